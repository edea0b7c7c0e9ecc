"""Report of the invented huyện Vĩnh Trạch for 2024."""

# ruff: noqa: E501 (marked sentences are data: breaking them more would hide the marks)

from __future__ import annotations

from assistant.document import Cell, Letterhead, Signature, Table
from samples.content import AppendixContent, CitedDocument, Content, H, P, Planted, T
from samples.documents import CENTRAL, DISTRICT, JOINT, PROVINCE, STANDING

D = CitedDocument

DOCUMENTS = {
    **CENTRAL,
    **STANDING,
    "cv1975": D(
        "Công văn",
        "1975/SNV-XDCQ",
        "2024-10-08",
        "Sở Nội vụ tỉnh Hà Châu",
        "báo cáo kết quả công tác dân vận chính quyền năm 2024",
    ),
    "kh12": D(
        "Kế hoạch",
        "12-KH/BDVHU-UBND",
        "2024-02-20",
        JOINT,
        "phối hợp thực hiện công tác dân vận của chính quyền năm 2024",
    ),
    "kh318": D("Kế hoạch", "318/KH-UBND", "2024-02-26", DISTRICT, "thực hiện công tác dân vận chính quyền năm 2024"),
    "kh96": D("Kế hoạch", "96/KH-UBND", "2024-01-12", DISTRICT, "cải cách hành chính năm 2024"),
    "kh142": D("Kế hoạch", "142/KH-UBND", "2024-01-22", DISTRICT, "kiểm soát thủ tục hành chính năm 2024"),
    "kh214": D("Kế hoạch", "214/KH-UBND", "2023-02-02", DISTRICT, "kiểm tra công tác cải cách hành chính năm 2024"),
    "kh275": D("Kế hoạch", "275/KH-UBND", "2024-02-16", DISTRICT, "rà soát, đánh giá thủ tục hành chính năm 2024"),
    "qd1187": D(
        "Quyết định",
        "1187/QĐ-UBND",
        "2024-06-24",
        PROVINCE,
        "công bố Chỉ số cải cách hành chính và Chỉ số hài lòng của người dân năm 2023",
    ),
    "kh187": D("Kế hoạch", "187/KH-UBND", "2024-01-29", DISTRICT, "chuyển đổi số huyện Vĩnh Trạch năm 2024"),
    "kh160": D(
        "Kế hoạch", "160/KH-UBND", "2024-01-24", DISTRICT, "phổ biến, giáo dục pháp luật và hòa giải ở cơ sở năm 2024"
    ),
    "cv1312": D("Công văn", "1312/UBND-NV", "2024-05-22", DISTRICT, ""),
    "cvtrong": D("Công văn", "/UBND-NV", "", DISTRICT, "chấn chỉnh việc chấp hành thời giờ làm việc"),
    "kh405": D(
        "Kế hoạch", "405/KH-UBND", "2024-03-14", DISTRICT, "phát động phong trào thi đua “Dân vận khéo” năm 2024"
    ),
    "nq21": D(
        "Nghị quyết",
        "21/NQ-HĐND",
        "2023-12-15",
        "Hội đồng nhân dân huyện",
        "nhiệm vụ phát triển kinh tế - xã hội năm 2024",
    ),
    "qd1596": D(
        "Quyết định",
        "1596/QĐ-UBND",
        "2024-08-19",
        "Chủ tịch Ủy ban nhân dân huyện",
        "công nhận các mô hình, sáng kiến cải cách hành chính năm 2024",
    ),
    "qd88": D("Quyết định", "88/QĐ-UBND", "2024-01-10", DISTRICT, "ban hành Chương trình công tác năm 2024"),
    "kh1433": D(
        "Kế hoạch",
        "1433/KH-UBND",
        "2024-07-30",
        DISTRICT,
        "đối thoại giữa người đứng đầu chính quyền với Nhân dân năm 2024",
    ),
}

LETTERHEAD = Letterhead(
    superior="UBND tỉnh Hà Châu",
    issuer="Ủy ban nhân dân\nhuyện Vĩnh Trạch",
    name="Ủy ban nhân dân huyện Vĩnh Trạch",
    symbol="BC-UBND",
    place="Vĩnh Trạch",
    kind="báo cáo",
    subject="Kết quả thực hiện công tác dân vận chính quyền năm 2024",
    month=(11, 2024),
    addressees=("Sở Nội vụ tỉnh Hà Châu",),
)

BODY = (
    P(
        "Thực hiện {cv1975|Công văn số 1975/SNV-XDCQ ngày 08 tháng 10 năm 2024 của Sở Nội vụ tỉnh Hà Châu về việc báo cáo "
        "kết quả công tác dân vận chính quyền năm 2024}, Ủy ban nhân dân (UBND) huyện Vĩnh Trạch báo cáo như sau:"
    ),
    H(1, "I. Đặc điểm tình hình"),
    H(2, "1. Thuận lợi"),
    P(
        "Huyện Vĩnh Trạch có [12|đơn vị hành chính cấp xã|đơn vị hành chính cấp xã] đơn vị hành chính cấp xã, gồm [01|thị trấn|thị trấn] thị trấn và "
        "[11|xã|xã] xã, với [32.480|hộ|hộ dân] hộ dân. Năm 2024, kinh tế của huyện giữ được đà phục hồi: thu ngân sách trên địa bàn đạt "
        "[312,6|tỷ đồng|thu ngân sách trên địa bàn] tỷ đồng, bằng [104,2%|%|thu ngân sách so với dự toán|role=share] dự toán; giải quyết việc làm cho "
        "[2.384/2.200|lao động|lao động được giải quyết việc làm] lao động, đạt [108,36%|%|tỷ lệ giải quyết việc làm so với chỉ tiêu|role=share] chỉ tiêu. "
        "Cuối năm 2024, toàn huyện còn [750|hộ|hộ nghèo] hộ nghèo, chiếm [2,31%|%|tỷ lệ hộ nghèo|role=share], giảm "
        "[0,64%|%|mức giảm tỷ lệ hộ nghèo|role=change] so với cuối năm 2023. Đời sống người dân ổn định là tiền đề để công tác vận động "
        "quần chúng được tiến hành thuận lợi, nhất là ở các xã đang xây dựng nông thôn mới nâng cao."
    ),
    H(2, "2. Khó khăn"),
    P(
        "Mưa lớn đầu tháng 10 gây sạt lở [03|điểm|điểm sạt lở] điểm bờ kênh tại xã Phú Sa và xã Trạch Lộc, ảnh hưởng trực tiếp đến "
        "[46|hộ|hộ bị ảnh hưởng do sạt lở] hộ. Giá vật tư nông nghiệp tăng, việc bồi thường, hỗ trợ khi thu hồi đất làm tuyến đường tỉnh "
        "còn vướng mắc, phát sinh đơn thư kéo dài. Biên chế cấp xã ít, một người kiêm nhiều việc nên thời gian đi cơ sở của cán bộ dân vận "
        "bị thu hẹp."
    ),
    H(1, "II. Sự lãnh đạo, chỉ đạo của cấp ủy đối với công tác dân vận"),
    P(
        "Huyện ủy tiếp tục quán triệt {qd23|Quyết định số 23-QĐ/TW ngày 30/7/2021 của Bộ Chính trị về việc ban hành Quy chế công tác dân vận "
        "của hệ thống chính trị}; thực hiện {kh41|Kế hoạch số 41-KH/HU ngày 18/01/2022 của Ban Chấp hành Đảng bộ huyện Vĩnh Trạch về thực hiện "
        "Nghị quyết số 09-NQ/TU} và {nq09|Nghị quyết số 09-NQ/TU ngày 14/10/2021 của Ban Chấp hành Đảng bộ tỉnh Hà Châu về nâng cao hiệu quả "
        "công tác dân vận trong tình hình mới}. Thường trực Huyện ủy làm việc với Đảng ủy UBND huyện "
        "[02|lần|lần Thường trực Huyện ủy làm việc] lần để nghe báo cáo và cho ý kiến về những việc người dân còn bức xúc."
    ),
    H(1, "III. Công tác triển khai thực hiện"),
    H(2, "1. Ban hành văn bản, tuyên truyền, quán triệt"),
    P(
        "UBND huyện và Ban Dân vận Huyện ủy duy trì {ctr07|Chương trình phối hợp số 07-CTr/BDVHU-UBND ngày 15/3/2022 về công tác dân vận giai đoạn "
        "2022 - 2026}, hằng năm cụ thể hóa bằng kế hoạch; năm nay là {kh12|Kế hoạch số 12-KH/BDVHU-UBND ngày 20/02/2024 về phối hợp thực hiện công tác "
        "dân vận của chính quyền năm 2024}. UBND huyện ban hành {kh318|Kế hoạch số 318/KH-UBND ngày 26 tháng 02 năm 2024 về thực hiện công tác "
        "dân vận chính quyền năm 2024}, giao việc đến từng phòng, từng xã với thời hạn cụ thể. Kế hoạch này được phổ biến tại "
        "[12/12|xã, thị trấn|xã, thị trấn được phổ biến kế hoạch] xã, thị trấn."
    ),
    P(
        "Hình thức tuyên truyền được chuyển dần từ phát tài liệu sang nói chuyện trực tiếp, hỏi đáp qua trang Zalo của UBND xã và hệ thống "
        "truyền thanh thông minh^{loa}."
    ),
    H(2, "2. Kiểm tra việc thực hiện"),
    P(
        "Đoàn kiểm tra liên ngành đã kiểm tra công tác dân vận chính quyền tại [05/12|xã, thị trấn|xã, thị trấn được kiểm tra công tác dân vận] xã, "
        "thị trấn và [04|phòng|phòng chuyên môn được kiểm tra công tác dân vận] phòng chuyên môn; các đơn vị còn lại tự kiểm tra và gửi báo cáo. "
        "Sau kiểm tra có [17|nội dung|kiến nghị sau kiểm tra] nội dung được kiến nghị khắc phục, đến nay đã khắc phục "
        "[14|nội dung|kiến nghị đã khắc phục] nội dung, còn [03|nội dung|kiến nghị chưa khắc phục] nội dung chuyển sang năm sau. Việc đôn đốc được "
        "nhắc lại tại {cv1312|Công văn 1312/UBND-NV ngày 22/5/2024} của UBND huyện."
    ),
    H(1, "IV. Kết quả thực hiện"),
    H(2, "1. Dân vận trong phát triển kinh tế - xã hội, chăm lo đời sống Nhân dân"),
    P(
        "Bám sát {nq21|Nghị quyết số 21/NQ-HĐND ngày 15/12/2023 của Hội đồng nhân dân huyện về nhiệm vụ phát triển kinh tế - xã hội năm 2024}, UBND huyện "
        "ban hành {qd88|Quyết định số 88/QĐ-UBND ngày 10/01/2024 ban hành Chương trình công tác năm 2024}, gắn từng chỉ tiêu với trách nhiệm của người đứng đầu. "
        "Nhờ công khai từ khâu bàn bạc, Nhân dân đã hiến [12.350|m2|đất hiến làm đường] m2 đất, góp [860|ngày công|ngày công đóng góp] ngày công và "
        "[4,27|tỷ đồng|tiền đóng góp làm đường] tỷ đồng để làm [18,6|km|đường nông thôn] km đường nông thôn^{duong}. Đến nay "
        "[11/11|xã|xã đạt chuẩn nông thôn mới] xã đạt chuẩn nông thôn mới, trong đó [04|xã|xã đạt chuẩn nông thôn mới nâng cao] xã đạt chuẩn nâng cao."
    ),
    P(
        "Chính sách an sinh được chi trả đúng kỳ qua tài khoản cho [3.906|người|người hưởng trợ cấp xã hội nhận qua tài khoản] người trong tổng số "
        "[4.215|người|người hưởng trợ cấp xã hội] người hưởng trợ cấp xã hội hằng tháng; tỷ lệ bao phủ bảo hiểm y tế đạt "
        "[93,4%|%|tỷ lệ bao phủ bảo hiểm y tế|role=share] dân số."
    ),
    H(2, "2. Dân vận trong cải cách hành chính, chuyển đổi số"),
    P(
        "Ngay trong quý I, UBND huyện ban hành đủ các kế hoạch về cải cách hành chính (CCHC)^{kehoach}, quán triệt {ct27|Chỉ thị số 27/CT-TTg ngày 27/10/2023 "
        "của Thủ tướng Chính phủ về việc tiếp tục đẩy mạnh các giải pháp cải cách và nâng cao hiệu quả giải quyết thủ tục hành chính, phục vụ người dân, "
        "doanh nghiệp}. Huyện đã kiểm tra CCHC tại [12/12|xã, thị trấn|xã, thị trấn được kiểm tra CCHC] xã, thị trấn và "
        "[07/11|phòng|phòng chuyên môn được kiểm tra CCHC] phòng chuyên môn, đạt [63,64%|%|tỷ lệ phòng chuyên môn được kiểm tra CCHC|role=share] số phòng."
    ),
    P(
        "Việc tiếp nhận và trả kết quả thủ tục hành chính (TTHC) theo {nd107|Nghị định số 107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ sửa đổi, bổ sung một số "
        "điều của Nghị định số 61/2018/NĐ-CP} và {qd05|Quyết định số 05/2023/QĐ-UBND ngày 14/4/2023 của UBND tỉnh ban hành Quy định trách nhiệm người đứng đầu "
        "cơ quan hành chính nhà nước trong giải quyết thủ tục hành chính} đi vào nền nếp. Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn ở cấp xã đạt "
        "[99,76%|%|tỷ lệ hồ sơ giải quyết trước và đúng hạn|scope=cấp xã|role=share], ở cấp huyện đạt "
        "[99,63%|%|tỷ lệ hồ sơ giải quyết trước và đúng hạn|scope=cấp huyện|role=share]^{tthc}; kết quả của từng xã, thị trấn nêu tại Phụ lục II. So với năm 2023, số hồ sơ cấp xã tiếp nhận tăng "
        "[2.541|hồ sơ|mức tăng hồ sơ TTHC tiếp nhận|scope=cấp xã|role=change] hồ sơ, tương ứng [13,16%|%|tỷ lệ tăng hồ sơ TTHC tiếp nhận|scope=cấp xã|role=change]. "
        "Chỉ số CCHC (PAR INDEX) và Chỉ số hài lòng (SIPAS) của huyện đều có tiến triển so với năm trước^{chiso}."
    ),
    P(
        "Về chuyển đổi số, huyện thực hiện {kh187|Kế hoạch số 187/KH-UBND ngày 29/01/2024 về chuyển đổi số huyện Vĩnh Trạch năm 2024} và {qd06|Quyết định số "
        "06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử phục vụ chuyển đổi số "
        "quốc gia giai đoạn 2022 - 2025, tầm nhìn đến năm 2030} (Đề án 06). Toàn huyện có [98|Tổ công nghệ số cộng đồng|Tổ công nghệ số cộng đồng] Tổ công nghệ số cộng đồng với "
        "[541|thành viên|thành viên Tổ công nghệ số cộng đồng] thành viên. Tính đến ngày 31/10/2024, đã kích hoạt tài khoản định danh điện tử mức độ 1, mức độ 2 cho "
        "[71.238/68.400|tài khoản|tài khoản định danh điện tử đã kích hoạt|period=2024-10-31] người, đạt "
        "[104,15%|%|tỷ lệ kích hoạt tài khoản định danh so với chỉ tiêu|period=2024-10-31|role=share] chỉ tiêu tỉnh giao; số hóa "
        "[25.104/26.358|hồ sơ|hồ sơ được số hóa khi tiếp nhận] hồ sơ khi tiếp nhận, đạt [95,24%|%|tỷ lệ số hóa hồ sơ khi tiếp nhận|role=share]; thanh toán trực tuyến "
        "[9.876|hồ sơ|hồ sơ thanh toán trực tuyến] hồ sơ trong tổng số [11.540|hồ sơ|hồ sơ có phí, lệ phí] hồ sơ có phí, lệ phí, đạt "
        "[85,58%|%|tỷ lệ thanh toán trực tuyến|role=share]. Năm 2024, Chủ tịch UBND huyện công nhận [04|mô hình, sáng kiến|mô hình, sáng kiến CCHC được công nhận] mô hình, sáng kiến CCHC^{mohinh}."
    ),
    H(2, "3. Tiếp công dân, đối thoại; xử lý đơn thư, giải quyết khiếu nại, tố cáo; hòa giải ở cơ sở"),
    P(
        "Thực hiện {luattcd|Luật Tiếp công dân} và {qdi11|Quy định số 11-QĐi/TW ngày 18/02/2019 của Bộ Chính trị về trách nhiệm của người đứng đầu cấp ủy trong việc "
        "tiếp dân, đối thoại trực tiếp với dân và xử lý những phản ánh, kiến nghị của dân}, trong năm toàn huyện tiếp [386|lượt|lượt tiếp công dân] lượt với "
        "[402|người|người được tiếp] người, về [371|vụ việc|vụ việc tiếp công dân] vụ việc^{tiepdan}, tăng [45|lượt|mức tăng lượt tiếp công dân|role=change] lượt so với năm 2023 "
        "([341|lượt|lượt tiếp công dân|period=2023|role=previous] lượt)."
    ),
    P(
        "Các cơ quan nhận [112|đơn|đơn tiếp nhận] đơn, xử lý theo {tt05|Thông tư số 05/2021/TT-TTCP ngày 01/10/2021 của Thanh tra Chính phủ quy định quy trình xử lý đơn "
        "khiếu nại, đơn tố cáo, đơn kiến nghị, phản ánh}: [48|đơn|đơn không thuộc thẩm quyền] đơn không thuộc thẩm quyền được hướng dẫn hoặc chuyển đến nơi có thẩm quyền, "
        "[64|đơn|đơn thuộc thẩm quyền] đơn thuộc thẩm quyền của Chủ tịch UBND huyện. Đã giải quyết [59/64|đơn|đơn đã giải quyết] đơn, đạt "
        "[92,19%|%|tỷ lệ giải quyết đơn|role=share]; số đơn thư tồn đọng chuyển sang năm 2025 là [05|đơn|đơn thư tồn đọng] đơn^{donthu}, đều liên quan đến bồi thường khi thu hồi đất. Số liệu chi tiết nêu tại Phụ lục I."
    ),
    P(
        "Theo {luathg|Luật Hòa giải ở cơ sở}, [86|tổ hòa giải|tổ hòa giải] tổ hòa giải với [512|người|hòa giải viên] hòa giải viên đã tiếp nhận "
        "[138|vụ|vụ hòa giải tiếp nhận] vụ, hòa giải thành [124|vụ|vụ hòa giải thành] vụ, đạt [89,86%|%|tỷ lệ hòa giải thành|role=share], tăng "
        "[2,66%|%|mức tăng tỷ lệ hòa giải thành|role=change] so với năm 2023. Công tác phổ biến, giáo dục pháp luật bám theo "
        "{kh160|Kế hoạch số 160/KH-UBND ngày 24/01/2024 về phổ biến, giáo dục pháp luật và hòa giải ở cơ sở năm 2024}^{tuyentruyen}. Trợ giúp pháp lý lưu động được tổ chức tại "
        "[08|xã|xã được trợ giúp pháp lý lưu động] xã, tư vấn cho [153|lượt người|lượt người được tư vấn pháp lý] lượt người."
    ),
    H(2, "4. Kỷ luật, kỷ cương hành chính và đạo đức công vụ"),
    P(
        "UBND huyện thực hiện {ct15|Chỉ thị số 15-CT/HU ngày 06/3/2023 của Ban Thường vụ Huyện ủy về tăng cường kỷ luật, kỷ cương trong hệ thống chính trị} và "
        "{qd1847|Quyết định số 1847/QĐ-TTg ngày 27/12/2018 của Thủ tướng Chính phủ phê duyệt Đề án Văn hóa công vụ}; ban hành {cvtrong|Công văn số       /UBND-NV "
        "ngày     tháng 9 năm 2024 về việc chấn chỉnh việc chấp hành thời giờ làm việc}. Tổ kiểm tra công vụ tiến hành [09|đợt|đợt kiểm tra công vụ đột xuất] đợt kiểm tra đột xuất tại "
        "[23|cơ quan, đơn vị|cơ quan, đơn vị được kiểm tra công vụ] cơ quan, đơn vị, nhắc nhở [06|trường hợp|trường hợp bị nhắc nhở] trường hợp; xử lý kỷ luật "
        "[02|công chức|công chức bị kỷ luật] công chức bằng hình thức khiển trách, giảm [01|trường hợp|mức giảm công chức bị kỷ luật|role=change] trường hợp so với năm 2023^{kyluat}."
    ),
    P(
        "Các cơ quan niêm yết số điện thoại đường dây nóng, thực hiện “4 xin, 4 luôn” tại Bộ phận một cửa theo {luatcb|Luật Cán bộ, công chức}; nơi nào để hồ sơ trễ hạn đều "
        "phải gửi thư xin lỗi người dân. Trong năm đã phát hành [81|thư|thư xin lỗi] thư xin lỗi."
    ),
    H(2, "5. Thực hiện dân chủ ở cơ sở"),
    P(
        "Huyện triển khai {luat10|Luật Thực hiện dân chủ ở cơ sở (Luật số 10/2022/QH15)} và {nd59|Nghị định số 59/2023/NĐ-CP ngày 14/8/2023 của Chính phủ quy định chi tiết một số "
        "điều của Luật Thực hiện dân chủ ở cơ sở}. Có [36/36|cơ quan|cơ quan tổ chức hội nghị cán bộ, công chức] cơ quan, đơn vị tổ chức hội nghị cán bộ, công chức, viên chức, đạt "
        "[100%|%|tỷ lệ cơ quan tổ chức hội nghị cán bộ, công chức|role=share]. Thực hiện {kh1433|Kế hoạch số 1433/KH-UBND ngày 30/7/2024 của UBND huyện về đối thoại giữa người đứng đầu chính "
        "quyền với Nhân dân năm 2024}, toàn huyện tổ chức [14|hội nghị|hội nghị đối thoại] hội nghị đối thoại^{doithoai}, tiếp nhận [214|ý kiến|ý kiến tại đối thoại] ý kiến, đã trả lời "
        "[209/214|ý kiến|ý kiến đã trả lời] ý kiến, đạt [98,66%|%|tỷ lệ trả lời ý kiến đối thoại|role=share]."
    ),
    P(
        "Ban Thanh tra nhân dân và Ban Giám sát đầu tư của cộng đồng ở các xã, thị trấn giám sát [67|cuộc|cuộc giám sát của cộng đồng] cuộc, kiến nghị "
        "[19|nội dung|kiến nghị của giám sát cộng đồng] nội dung; UBND huyện đã tiếp thu, góp phần hoàn thành nhiệm vụ phát triển kinh tế - xã hội năm 2023."
    ),
    H(2, "6. Phối hợp với Mặt trận Tổ quốc và các tổ chức chính trị - xã hội"),
    P(
        "Theo {qd218|Quyết định số 218-QĐ/TW của Bộ Chính trị} và {nqlt403|Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN ngày 15/6/2017 quy định chi tiết các hình thức "
        "giám sát, phản biện xã hội của Mặt trận Tổ quốc Việt Nam}, Ủy ban Mặt trận Tổ quốc (MTTQ) huyện và các đoàn thể giám sát [05|nội dung|nội dung giám sát của MTTQ] nội dung, "
        "phản biện [03|dự thảo|dự thảo được phản biện] dự thảo văn bản. UBND huyện mời đại diện MTTQ dự các phiên họp thường kỳ, trả lời "
        "[22/24|kiến nghị|kiến nghị của MTTQ được trả lời] kiến nghị sau giám sát, đạt [91,67%|%|tỷ lệ trả lời kiến nghị của MTTQ|role=share]."
    ),
    H(2, "7. Mô hình mới, cách làm hay"),
    P(
        "Hưởng ứng {kh405|Kế hoạch số 405/KH-UBND ngày 14/3/2024 về phát động phong trào thi đua “Dân vận khéo” năm 2024}, các đơn vị đăng ký "
        "[148|mô hình|mô hình “Dân vận khéo” đăng ký] mô hình “Dân vận khéo”, trong đó [32|mô hình|mô hình “Dân vận khéo” đăng ký mới] mô hình đăng ký mới; qua bình xét công nhận "
        "[117|mô hình|mô hình “Dân vận khéo” được công nhận] mô hình, đạt [79,05%|%|tỷ lệ mô hình “Dân vận khéo” được công nhận|role=share]. Nổi bật là “Bờ kênh không rác” của xã Trạch Phú, "
        "“Thứ Bảy trả kết quả tại ấp” của xã Long Giồng và “Hộp thư góp ý bằng mã QR” của thị trấn Vĩnh Trạch."
    ),
    H(1, "V. Đánh giá chung"),
    H(2, "1. Ưu điểm"),
    P(
        "Công tác dân vận chính quyền có chuyển biến ở cả ba khâu: ban hành văn bản, tổ chức thực hiện và kiểm tra. Người đứng đầu các cấp tiếp dân, đối thoại nhiều hơn; hồ sơ trực tuyến tăng; "
        "tỷ lệ hòa giải thành đạt [98,86%|%|tỷ lệ hòa giải thành|role=share], giữ được sự yên ổn ở ấp, khu phố. Việc phối hợp giữa chính quyền với MTTQ và các đoàn thể rõ việc, rõ trách nhiệm hơn."
    ),
    H(2, "2. Hạn chế và nguyên nhân"),
    H(3, "2.1. Hạn chế"),
    P("- Một số cơ quan, đơn vị chỉ đạo công tác dân vận có lúc chưa quyết liệt, chưa gắn với nhiệm vụ chuyên môn."),
    P(
        "- Nội dung tuyên truyền ở một số xã còn dàn trải, chủ yếu đọc trên loa truyền thanh, ít hình thức đối thoại trực tiếp."
    ),
    P(
        "- Vẫn còn hồ sơ TTHC giải quyết trễ hạn, tập trung ở lĩnh vực đất đai; chỉ số hài lòng của người dân giảm hạng; số đơn thư tồn đọng tăng so với năm 2023."
    ),
    P("- Việc khắc phục kiến nghị sau kiểm tra ở một vài đơn vị còn chậm, báo cáo chưa đúng thời hạn."),
    P("- Việc phối hợp giữa UBND xã với MTTQ cùng cấp trong nắm tình hình Nhân dân đôi khi chưa kịp thời."),
    H(3, "2.2. Nguyên nhân"),
    P("- Người đứng đầu ở một vài nơi tập trung cho chuyên môn, chưa dành thời gian thỏa đáng cho công tác dân vận."),
    P(
        "- Cán bộ, công chức cấp xã kiêm nhiệm nhiều việc, chưa được bồi dưỡng thường xuyên về kỹ năng vận động quần chúng."
    ),
    P(
        "- Hồ sơ địa chính lưu trữ qua nhiều thời kỳ chưa được số hóa đầy đủ nên việc xác minh nguồn gốc đất mất nhiều thời gian."
    ),
    P("- Công tác kiểm tra, đôn đốc chưa thường xuyên; chưa coi kết quả khắc phục là căn cứ xếp loại đơn vị."),
    H(1, "VI. Phương hướng, nhiệm vụ công tác dân vận chính quyền năm 2025"),
    P(
        "1. Tiếp tục thực hiện {kh41|Kế hoạch số 41-KH/HU của Huyện ủy} và {ctr07|Chương trình phối hợp số 07-CTr/BDVHU-UBND}; đưa kết quả công tác dân vận vào tiêu chí đánh giá, xếp loại người đứng đầu."
    ),
    P(
        "2. Đổi mới hình thức tuyên truyền theo hướng ngắn gọn, đối thoại, hỏi đáp; mỗi xã, thị trấn duy trì ít nhất [01|kênh|kênh thông tin hai chiều mỗi xã|period=2025|role=target] kênh thông tin "
        "hai chiều với người dân trên mạng xã hội."
    ),
    P(
        "3. Nâng tỷ lệ hồ sơ trực tuyến cấp xã lên [85%|%|tỷ lệ hồ sơ trực tuyến|scope=cấp xã|period=2025|role=target] trở lên; không để phát sinh hồ sơ trễ hạn do lỗi chủ quan; phấn đấu Chỉ số hài lòng (SIPAS) đạt từ "
        "[88%|%|Chỉ số hài lòng (SIPAS)|period=2025|role=target] trở lên."
    ),
    P(
        "4. Thực hiện nghiêm trách nhiệm tiếp công dân của người đứng đầu; giải quyết dứt điểm [05|đơn|đơn tồn đọng cần giải quyết dứt điểm|period=2025|role=target] đơn tồn đọng trong quý I năm 2025, "
        "không để phát sinh khiếu kiện đông người, vượt cấp."
    ),
    P("5. Số hóa hồ sơ địa chính tại các xã còn lại để rút ngắn thời gian xác minh nguồn gốc đất."),
    P(
        "6. Mở ít nhất [03|lớp|lớp bồi dưỡng kỹ năng dân vận|period=2025|role=target] lớp bồi dưỡng kỹ năng dân vận cho công chức cấp xã và trưởng ấp, khu phố."
    ),
    P(
        "7. Tăng cường kiểm tra công vụ đột xuất, công khai kết quả khắc phục sau kiểm tra và xử lý nghiêm trường hợp gây phiền hà cho người dân."
    ),
    P(
        "8. Nâng cao chất lượng các cuộc giám sát, phản biện xã hội; định kỳ hằng quý, UBND xã làm việc với MTTQ cùng cấp về tình hình Nhân dân."
    ),
    P(
        "9. Nhân rộng các mô hình “Dân vận khéo” có hiệu quả, gắn với xây dựng nông thôn mới nâng cao và đô thị văn minh."
    ),
    P(
        "Trên đây là báo cáo kết quả công tác dân vận chính quyền năm 2024 và phương hướng, nhiệm vụ năm 2025 của Ủy ban nhân dân huyện Vĩnh Trạch"
    ),
)

NOTES = {
    "loa": "Hệ thống truyền thanh thông minh đã lắp đặt tại [12/12|xã, thị trấn|xã, thị trấn có truyền thanh thông minh] xã, thị trấn với [164|cụm loa|cụm loa truyền thanh] cụm loa; trong năm phát "
    "[1.150|tin, bài|tin, bài phát thanh về dân vận] tin, bài về công tác dân vận.",
    "duong": "Trong đó: xã Trạch Phú [5,2|km|đường nông thôn|scope=xã Trạch Phú] km, xã Long Giồng [4,8|km|đường nông thôn|scope=xã Long Giồng] km, xã Hưng Sa "
    "[3,9|km|đường nông thôn|scope=xã Hưng Sa] km, các xã còn lại [4,7|km|đường nông thôn|scope=các xã còn lại] km.",
    "kehoach": "{kh96|Kế hoạch số 96/KH-UBND ngày 12/01/2024 về cải cách hành chính năm 2024}; {kh142|Kế hoạch số 142/KH-UBND ngày 22 tháng 01 năm 2024 về kiểm soát thủ tục hành chính năm 2024}; "
    "{kh214|Kế hoạch số 214/KH-UBND ngày 02/02/2023 về kiểm tra công tác cải cách hành chính năm 2024}; {kh275|Kế hoạch số 275/KH-UBND ngày 16/02/2024 về rà soát, đánh giá thủ tục hành chính năm 2024}.",
    "tthc": "Cấp xã: tiếp nhận [21.846|hồ sơ|hồ sơ TTHC tiếp nhận|scope=cấp xã] hồ sơ, trong đó trực tuyến [17.258|hồ sơ|hồ sơ trực tuyến|scope=cấp xã] hồ sơ, đạt "
    "[79,00%|%|tỷ lệ hồ sơ trực tuyến|scope=cấp xã|role=share]. Đã giải quyết [21.402|hồ sơ|hồ sơ đã giải quyết|scope=cấp xã] hồ sơ: trước hạn [19.870|hồ sơ|hồ sơ giải quyết trước hạn|scope=cấp xã] hồ sơ, "
    "đúng hạn [1.481|hồ sơ|hồ sơ giải quyết đúng hạn|scope=cấp xã] hồ sơ, quá hạn [51|hồ sơ|hồ sơ giải quyết quá hạn|scope=cấp xã] hồ sơ. Đang giải quyết [268|hồ sơ|hồ sơ đang giải quyết|scope=cấp xã] hồ sơ, "
    "trong đó còn hạn [265|hồ sơ|hồ sơ đang giải quyết còn hạn|scope=cấp xã] hồ sơ, quá hạn [03|hồ sơ|hồ sơ đang giải quyết quá hạn|scope=cấp xã] hồ sơ. Chờ bổ sung, từ chối, công dân rút "
    "[176|hồ sơ|hồ sơ chờ bổ sung, từ chối, rút|scope=cấp xã] hồ sơ. Tỷ lệ giải quyết trước và đúng hạn đạt [99,76%|%|tỷ lệ hồ sơ giải quyết trước và đúng hạn|scope=cấp xã|role=share].\n"
    "Cấp huyện: tiếp nhận [4.512|hồ sơ|hồ sơ TTHC tiếp nhận|scope=cấp huyện] hồ sơ, trong đó trực tuyến [3.925|hồ sơ|hồ sơ trực tuyến|scope=cấp huyện] hồ sơ, đạt "
    "[86,99%|%|tỷ lệ hồ sơ trực tuyến|scope=cấp huyện|role=share]. Đã giải quyết [4.207|hồ sơ|hồ sơ đã giải quyết|scope=cấp huyện] hồ sơ: trước hạn [3.318|hồ sơ|hồ sơ giải quyết trước hạn|scope=cấp huyện] hồ sơ, "
    "đúng hạn [862|hồ sơ|hồ sơ giải quyết đúng hạn|scope=cấp huyện] hồ sơ, quá hạn [27|hồ sơ|hồ sơ giải quyết quá hạn|scope=cấp huyện] hồ sơ. Đang giải quyết [198|hồ sơ|hồ sơ đang giải quyết|scope=cấp huyện] hồ sơ, "
    "trong đó còn hạn [193|hồ sơ|hồ sơ đang giải quyết còn hạn|scope=cấp huyện] hồ sơ, quá hạn [05|hồ sơ|hồ sơ đang giải quyết quá hạn|scope=cấp huyện] hồ sơ. Từ chối, công dân rút "
    "[107|hồ sơ|hồ sơ từ chối, rút|scope=cấp huyện] hồ sơ. Tỷ lệ giải quyết trước và đúng hạn đạt [99,36%|%|tỷ lệ hồ sơ giải quyết trước và đúng hạn|scope=cấp huyện|role=share].",
    "chiso": "Theo {qd1187|Quyết định số 1187/QĐ-UBND ngày 24/6/2024 của UBND tỉnh công bố Chỉ số cải cách hành chính và Chỉ số hài lòng của người dân năm 2023}: Chỉ số CCHC năm 2023 của huyện đạt "
    "[86,42|điểm|Chỉ số CCHC (PAR INDEX)|period=2023] điểm, tăng [1,37|điểm|mức tăng Chỉ số CCHC|period=2023|role=change] điểm so với năm 2022, xếp hạng [3/9|hạng|xếp hạng Chỉ số CCHC|period=2023|role=rank] huyện, "
    "thành phố, tăng [01|hạng|mức tăng hạng Chỉ số CCHC|period=2023|role=change] hạng; Chỉ số hài lòng (SIPAS) đạt [83,15%|%|Chỉ số hài lòng (SIPAS)|period=2023], giảm "
    "[2,28%|%|mức giảm Chỉ số hài lòng|period=2023|role=change] so với năm 2022, xếp hạng [6/9|hạng|xếp hạng Chỉ số hài lòng|period=2023|role=rank], giảm [02|hạng|mức giảm hạng Chỉ số hài lòng|period=2023|role=change] hạng.",
    "mohinh": "{qd1596|Quyết định số 1596/QĐ-UBND ngày 19/8/2024 của Chủ tịch UBND huyện công nhận các mô hình, sáng kiến cải cách hành chính năm 2024}: (1) “Thứ Bảy trả kết quả tại ấp” của UBND xã Long Giồng; "
    "(2) “Hộp thư góp ý bằng mã QR” của UBND thị trấn Vĩnh Trạch; (3) “Khai sinh - thường trú - bảo hiểm y tế trong một ngày” của UBND xã Mỹ Sa; (4) “Nhắc hẹn hồ sơ qua Zalo” của Văn phòng HĐND và UBND huyện.",
    "tiepdan": "Trong đó: Chủ tịch UBND huyện tiếp [24|lượt|lượt tiếp công dân|scope=Chủ tịch UBND huyện] lượt, [29|người|người được tiếp|scope=Chủ tịch UBND huyện] người, [22|vụ việc|vụ việc|scope=Chủ tịch UBND huyện] vụ việc; "
    "Ban Tiếp công dân huyện tiếp [118|lượt|lượt tiếp công dân|scope=Ban Tiếp công dân huyện] lượt, [121|người|người được tiếp|scope=Ban Tiếp công dân huyện] người, [112|vụ việc|vụ việc|scope=Ban Tiếp công dân huyện] vụ việc; "
    "thủ trưởng các phòng chuyên môn tiếp [64|lượt|lượt tiếp công dân|scope=thủ trưởng các phòng chuyên môn] lượt, [66|người|người được tiếp|scope=thủ trưởng các phòng chuyên môn] người, [63|vụ việc|vụ việc|scope=thủ trưởng các phòng chuyên môn] vụ việc; "
    "Chủ tịch UBND các xã, thị trấn tiếp [71|lượt|lượt tiếp công dân|scope=Chủ tịch UBND các xã, thị trấn] lượt, [76|người|người được tiếp|scope=Chủ tịch UBND các xã, thị trấn] người, [68|vụ việc|vụ việc|scope=Chủ tịch UBND các xã, thị trấn] vụ việc; "
    "công chức tiếp công dân cấp xã tiếp [109|lượt|lượt tiếp công dân|scope=công chức tiếp công dân cấp xã] lượt, [110|người|người được tiếp|scope=công chức tiếp công dân cấp xã] người, [106|vụ việc|vụ việc|scope=công chức tiếp công dân cấp xã] vụ việc.",
    "donthu": "Khiếu nại: tồn năm 2023 chuyển sang [03|đơn|đơn khiếu nại kỳ trước chuyển sang|scope=khiếu nại] đơn, phát sinh [18|đơn|đơn khiếu nại phát sinh|scope=khiếu nại] đơn, tổng cộng [21|đơn|đơn thuộc thẩm quyền|scope=khiếu nại] đơn, "
    "đã giải quyết [17/21|đơn|đơn đã giải quyết|scope=khiếu nại] đơn, đạt [80,95%|%|tỷ lệ giải quyết đơn|scope=khiếu nại|role=share], còn tồn [04|đơn|đơn thư tồn đọng|scope=khiếu nại] đơn. Tố cáo: [03|đơn|đơn thuộc thẩm quyền|scope=tố cáo] đơn, đã giải quyết "
    "[03/03|đơn|đơn đã giải quyết|scope=tố cáo] đơn, đạt [100%|%|tỷ lệ giải quyết đơn|scope=tố cáo|role=share]. Kiến nghị, phản ánh: [40|đơn|đơn thuộc thẩm quyền|scope=kiến nghị, phản ánh] đơn, đã giải quyết "
    "[39/40|đơn|đơn đã giải quyết|scope=kiến nghị, phản ánh] đơn, đạt [97,50%|%|tỷ lệ giải quyết đơn|scope=kiến nghị, phản ánh|role=share], còn tồn [01|đơn|đơn thư tồn đọng|scope=kiến nghị, phản ánh] đơn.",
    "tuyentruyen": "Cấp huyện tổ chức [46|cuộc|cuộc tuyên truyền pháp luật|scope=cấp huyện] cuộc với [3.215|lượt người|lượt người dự tuyên truyền pháp luật|scope=cấp huyện] lượt người dự; cấp xã tổ chức "
    "[287|cuộc|cuộc tuyên truyền pháp luật|scope=cấp xã] cuộc với [11.942|lượt người|lượt người dự tuyên truyền pháp luật|scope=cấp xã] lượt người dự; tổng cộng [333|cuộc|cuộc tuyên truyền pháp luật|role=total] cuộc với "
    "[15.175|lượt người|lượt người dự tuyên truyền pháp luật|role=total] lượt người.",
    "kyluat": "[01|công chức|công chức bị khiển trách|scope=Chi nhánh Văn phòng Đăng ký đất đai] công chức Chi nhánh Văn phòng Đăng ký đất đai và [01|công chức|công chức bị khiển trách|scope=UBND xã An Trạch Thượng] công chức UBND xã An Trạch Thượng.",
    "doithoai": "Cấp huyện [01|hội nghị|hội nghị đối thoại|scope=cấp huyện] hội nghị với [186|người|người dự đối thoại|scope=cấp huyện] người dự; cấp xã [13|hội nghị|hội nghị đối thoại|scope=cấp xã] hội nghị với "
    "[1.079|người|người dự đối thoại|scope=cấp xã] người dự.",
}

COMMUNES = (
    ("1", "Thị trấn Vĩnh Trạch", "2.941", "2.334", "79,36", "6", "16", "14", "87,50", "24"),
    ("2", "Xã Trạch Phú", "1.921", "1.535", "79,91", "4", "12", "10", "83,33", "12"),
    ("3", "Xã Trạch Lộc", "1.449", "1.143", "78,88", "4", "8", "7", "87,50", "10"),
    ("4", "Xã Long Giồng", "2.097", "1.613", "76,92", "6", "10", "8", "80,00", "13"),
    ("5", "Xã Mỹ Sa", "1.567", "1.188", "75,81", "3", "11", "10", "90,91", "19"),
    ("6", "Xã Phú Sa", "1.908", "1.583", "82,97", "3", "15", "13", "86,67", "16"),
    ("7", "Xã Hưng Sa", "1.406", "1.117", "79,45", "4", "10", "8", "80,00", "12"),
    ("8", "Xã An Trạch Thượng", "1.384", "1.055", "72,63", "4", "10", "10", "100,00", "16"),
    ("9", "Xã An Trạch Hạ", "2.014", "1.578", "78,35", "5", "13", "13", "100,00", "13"),
    ("10", "Xã Tân Lạc Sa", "1.665", "1.267", "76,10", "4", "10", "8", "80,00", "10"),
    ("11", "Xã Bình Giồng", "1.574", "1.270", "80,69", "5", "14", "14", "100,00", "19"),
    ("12", "Xã Kim Trạch", "1.920", "1.575", "82,03", "5", "9", "9", "100,00", "16"),
    ("", "Tổng cộng", "21.846", "17.258", "79,00", "51", "138", "124", "89,86", "180"),
)

PETITIONS = T(
    Table(
        header=(
            (
                Cell("Loại đơn", rows=2),
                Cell("Số đơn thuộc thẩm quyền", columns=3),
                Cell("Kết quả giải quyết", columns=3),
            ),
            (
                Cell("Kỳ trước chuyển sang"),
                Cell("Tiếp nhận trong kỳ"),
                Cell("Tổng số"),
                Cell("Đã giải quyết"),
                Cell("Số đơn thư tồn đọng"),
                Cell("Tỷ lệ (%)"),
            ),
        ),
        codes=("A", "1", "2", "3=1+2", "4", "5=3-4", "6=4/3"),
        rows=(
            ("Khiếu nại", "03", "18", "21", "17", "04", "80,95"),
            ("Tố cáo", "0", "03", "03", "03", "0", "100"),
            ("Kiến nghị, phản ánh", "0", "40", "40", "39", "01", "97,50"),
            ("Tổng cộng", "03", "61", "64", "59", "05", "92,19"),
        ),
        widths=(22, 12, 12, 12, 14, 14, 12),
        total=True,
    ),
    "1. Xử lý đơn, giải quyết khiếu nại, tố cáo, kiến nghị, phản ánh",
    0,
    ("", "đơn", "đơn", "đơn", "đơn", "đơn", "%"),
)
RECEPTIONS = T(
    Table(
        header=(
            (
                Cell("Tiếp thường xuyên", columns=2),
                Cell("Tiếp định kỳ của người đứng đầu", columns=2),
                Cell("Đánh giá chung (so sánh số lượng tăng, giảm)", rows=2),
            ),
            (Cell("Số lượt"), Cell("Số người"), Cell("Số lượt"), Cell("Số người")),
        ),
        rows=(
            (
                "291",
                "297",
                "95",
                "105",
                "Tiếp thường xuyên 291/259 lượt, tăng 32 lượt so với năm 2023; tiếp định kỳ 95/82 lượt, tăng 15 lượt",
            ),
        ),
        widths=(13, 13, 13, 13, 40),
    ),
    "2. Kết quả tiếp công dân",
    -1,
    ("lượt", "người", "lượt", "người", ""),
)
MEDIATION = T(
    Table(
        header=(
            (
                Cell("Số vụ tiếp nhận"),
                Cell("Hòa giải thành"),
                Cell("Hòa giải không thành"),
                Cell("Tỷ lệ hòa giải thành"),
                Cell("Đánh giá chung (so sánh số lượng tăng, giảm)"),
            ),
        ),
        rows=(("138", "124", "12", "89.86%", "Tỷ lệ hòa giải thành tăng 2,66% so với năm 2023 (89,86%/87,20%)"),),
        widths=(14, 14, 14, 14, 38),
    ),
    "3. Kết quả hòa giải ở cơ sở",
    -1,
    ("vụ", "vụ", "vụ", "%", ""),
)
BY_COMMUNE = T(
    Table(
        header=(
            (
                Cell("TT", rows=2),
                Cell("Xã, thị trấn", rows=2),
                Cell("Hồ sơ TTHC", columns=4),
                Cell("Hòa giải ở cơ sở", columns=3),
                Cell("Số lượt tiếp công dân cấp xã", rows=2),
            ),
            (
                Cell("Tiếp nhận"),
                Cell("Trực tuyến"),
                Cell("Tỷ lệ trực tuyến (%)"),
                Cell("Giải quyết quá hạn"),
                Cell("Số vụ tiếp nhận"),
                Cell("Hòa giải thành"),
                Cell("Tỷ lệ (%)"),
            ),
        ),
        codes=("A", "B", "1", "2", "3=2/1", "4", "5", "6", "7=6/5", "8"),
        rows=COMMUNES,
        widths=(5, 22, 11, 11, 10, 10, 10, 10, 10, 12),
        total=True,
    ),
    "",
    1,
    ("", "", "hồ sơ", "hồ sơ", "%", "hồ sơ", "vụ", "vụ", "%", "lượt"),
)

APPENDICES = (
    AppendixContent(
        "Kết quả tiếp công dân, xử lý đơn thư và hòa giải ở cơ sở năm 2024",
        (
            H(2, "1. Xử lý đơn, giải quyết khiếu nại, tố cáo, kiến nghị, phản ánh"),
            PETITIONS,
            H(2, "2. Kết quả tiếp công dân"),
            RECEPTIONS,
            H(2, "3. Kết quả hòa giải ở cơ sở"),
            MEDIATION,
        ),
    ),
    AppendixContent(
        "Kết quả giải quyết thủ tục hành chính, hòa giải và tiếp công dân của các xã, thị trấn năm 2024",
        (BY_COMMUNE,),
        landscape=True,
    ),
)

PLANTED = (
    Planted(
        "repeat",
        "Tỷ lệ hồ sơ cấp huyện giải quyết trước và đúng hạn: thân báo cáo ghi 99,63%, chú thích 4 ghi 99,36% (4.180/4.207 = 99,36%).",
        "99,63%",
        "99,36%",
        ("IV.2", "IV.2 > chú thích 4"),
        ("ở cấp huyện đạt 99,63%", "Tỷ lệ giải quyết trước và đúng hạn đạt 99,36%"),
    ),
    Planted(
        "claim",
        "Thân báo cáo viết cả PAR INDEX và SIPAS “đều có tiến triển”, nhưng chú thích 5 ghi SIPAS giảm 2,28% và giảm 02 hạng.",
        "đều có tiến triển",
        "SIPAS giảm 2,28%",
        ("IV.2", "IV.2 > chú thích 5"),
        ("đều có tiến triển so với năm trước", "Chỉ số hài lòng (SIPAS) đạt 83,15%, giảm 2,28% so với năm 2022"),
    ),
    Planted(
        "difference",
        "Tiếp định kỳ 95/82 lượt là tăng 13 lượt, Phụ lục I ghi tăng 15 lượt.",
        "15",
        "13",
        ("Phụ lục I.2",),
        ("tiếp định kỳ 95/82 lượt, tăng 15 lượt",),
    ),
    Planted(
        "sum",
        "Hòa giải thành 124 và không thành 12 cộng lại là 136, không phải 138 vụ tiếp nhận.",
        "138",
        "136",
        ("Phụ lục I.3",),
        ("138", "124", "12"),
    ),
    Planted(
        "sum",
        "Cột “Giải quyết quá hạn” cộng theo xã được 53 hồ sơ, dòng Tổng cộng (và chú thích 4) ghi 51.",
        "51",
        "53",
        ("Phụ lục II",),
        ("51",),
    ),
    Planted(
        "share",
        "Xã An Trạch Thượng: 1.055/1.384 là 76,23%, bảng ghi 72,63%.",
        "72,63",
        "76,23",
        ("Phụ lục II",),
        ("72,63",),
    ),
    Planted(
        "share",
        "Trả lời 209/214 ý kiến là 97,66%, báo cáo ghi 98,66%.",
        "98,66%",
        "97,66%",
        ("IV.5",),
        ("đã trả lời 209/214 ý kiến, đạt 98,66%",),
    ),
    Planted(
        "repeat",
        "Tỷ lệ hòa giải thành: mục IV.3 và Phụ lục I ghi 89,86%, mục V.1 ghi 98,86%.",
        "98,86%",
        "89,86%",
        ("IV.3", "V.1", "Phụ lục I.3"),
        ("hòa giải thành 124 vụ, đạt 89,86%", "tỷ lệ hòa giải thành đạt 98,86%"),
    ),
    Planted(
        "sum",
        "3.215 + 11.942 = 15.157 lượt người, chú thích 9 ghi 15.175.",
        "15.175",
        "15.157",
        ("IV.3 > chú thích 9",),
        ("tổng cộng 333 cuộc với 15.175 lượt người",),
    ),
    Planted(
        "stale",
        "Báo cáo năm 2024 nhưng viết “hoàn thành nhiệm vụ phát triển kinh tế - xã hội năm 2023”.",
        "năm 2023",
        "năm 2024",
        ("IV.5",),
        ("hoàn thành nhiệm vụ phát triển kinh tế - xã hội năm 2023",),
    ),
    Planted(
        "reference",
        "Kế hoạch số 214/KH-UBND về kiểm tra CCHC năm 2024 mang ngày 02/02/2023, không khớp với năm của kế hoạch.",
        "02/02/2023",
        "2024",
        ("IV.2 > chú thích 3",),
        ("Kế hoạch số 214/KH-UBND ngày 02/02/2023 về kiểm tra công tác cải cách hành chính năm 2024",),
    ),
    Planted(
        "reference",
        "Công văn về chấp hành thời giờ làm việc bỏ trống số và ngày.",
        "số       /UBND-NV ngày     tháng 9 năm 2024",
        "",
        ("IV.4",),
        ("Công văn số /UBND-NV ngày tháng 9 năm 2024",),
    ),
    Planted(
        "format",
        "Số và ngày của chính báo cáo bỏ trống.",
        "Số:        /BC-UBND",
        "",
        ("",),
        ("/BC-UBND",),
    ),
)

CONTENT = Content(
    name="vinh-trach-2024",
    year=2024,
    place="huyện Vĩnh Trạch",
    letterhead=LETTERHEAD,
    body=BODY,
    notes=NOTES,
    documents=DOCUMENTS,
    appendices=APPENDICES,
    signature=Signature(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Trịnh Hoài Sa"),
    recipients=(
        "Như trên",
        "Thường trực Huyện ủy; Thường trực HĐND huyện",
        "Ban Dân vận Huyện ủy; UBMTTQVN huyện",
        "Chủ tịch, các Phó Chủ tịch UBND huyện",
        "Phòng Nội vụ huyện",
        "UBND các xã, thị trấn",
        "Lưu: VT, NV",
    ),
    planted=PLANTED,
    spoiled=("IV.4", "VI", "V.1", "IV.3", "I.1"),
)
