"""Report of the invented huyện Vĩnh Trạch for 2023: the year before, with number and date filled in."""

# ruff: noqa: E501 (marked sentences are data: breaking them more would hide the marks)

from __future__ import annotations

from datetime import date

from assistant.document import Cell, Letterhead, Signature, Table
from samples.content import AppendixContent, CitedDocument, Content, H, P, Planted, T
from samples.documents import CENTRAL, DISTRICT, JOINT, PROVINCE, STANDING

D = CitedDocument

DOCUMENTS = {
    **CENTRAL,
    **STANDING,
    "cv2104": D(
        "Công văn",
        "2104/SNV-XDCQ",
        "2023-10-12",
        "Sở Nội vụ tỉnh Hà Châu",
        "báo cáo kết quả công tác dân vận chính quyền năm 2023",
    ),
    "kh09": D(
        "Kế hoạch",
        "09-KH/BDVHU-UBND",
        "2023-02-27",
        JOINT,
        "phối hợp thực hiện công tác dân vận của chính quyền năm 2023",
    ),
    "kh302": D("Kế hoạch", "302/KH-UBND", "2023-03-01", DISTRICT, "thực hiện công tác dân vận chính quyền năm 2023"),
    "kh88": D("Kế hoạch", "88/KH-UBND", "2023-01-13", DISTRICT, "cải cách hành chính năm 2023"),
    "kh131": D("Kế hoạch", "131/KH-UBND", "2023-01-19", DISTRICT, "kiểm soát thủ tục hành chính năm 2023"),
    "kh205": D("Kế hoạch", "205/KH-UBND", "2023-02-09", DISTRICT, "kiểm tra công tác cải cách hành chính năm 2023"),
    "qd1204": D(
        "Quyết định",
        "1204/QĐ-UBND",
        "2023-06-30",
        PROVINCE,
        "công bố Chỉ số cải cách hành chính và Chỉ số hài lòng của người dân năm 2022",
    ),
    "kh170": D("Kế hoạch", "170/KH-UBND", "2023-02-02", DISTRICT, "chuyển đổi số huyện Vĩnh Trạch năm 2023"),
    "kh149": D(
        "Kế hoạch", "149/KH-UBND", "2023-01-30", DISTRICT, "phổ biến, giáo dục pháp luật và hòa giải ở cơ sở năm 2023"
    ),
    "kh388": D(
        "Kế hoạch", "388/KH-UBND", "2023-03-16", DISTRICT, "phát động phong trào thi đua “Dân vận khéo” năm 2023"
    ),
    "nq18": D(
        "Nghị quyết",
        "18/NQ-HĐND",
        "2022-12-16",
        "Hội đồng nhân dân huyện",
        "nhiệm vụ phát triển kinh tế - xã hội năm 2023",
    ),
    "qd1502": D(
        "Quyết định",
        "1502/QĐ-UBND",
        "2023-08-21",
        "Chủ tịch Ủy ban nhân dân huyện",
        "công nhận các mô hình, sáng kiến cải cách hành chính năm 2023",
    ),
    "ct05": D("Chỉ thị", "05/CT-UBND", "", PROVINCE, "đẩy mạnh thanh toán không dùng tiền mặt"),
}

LETTERHEAD = Letterhead(
    superior="UBND tỉnh Hà Châu",
    issuer="Ủy ban nhân dân\nhuyện Vĩnh Trạch",
    name="Ủy ban nhân dân huyện Vĩnh Trạch",
    symbol="BC-UBND",
    number="512",
    day=date(2023, 11, 14),
    place="Vĩnh Trạch",
    kind="báo cáo",
    subject="Kết quả thực hiện công tác dân vận chính quyền năm 2023",
    addressees=("Sở Nội vụ tỉnh Hà Châu", "Ban Dân vận Huyện ủy"),
)

BODY = (
    P(
        "Căn cứ {cv2104|Công văn số 2104/SNV-XDCQ ngày 12/10/2023 của Sở Nội vụ tỉnh Hà Châu về báo cáo kết quả công tác dân vận chính quyền năm 2023}, "
        "Ủy ban nhân dân (UBND) huyện Vĩnh Trạch báo cáo kết quả thực hiện như sau:"
    ),
    H(1, "I. Đặc điểm tình hình"),
    H(2, "1. Thuận lợi"),
    P(
        "Năm 2023, sản xuất và đời sống trên địa bàn huyện dần trở lại bình thường. Thu ngân sách đạt [288,4|tỷ đồng|thu ngân sách trên địa bàn] tỷ đồng, bằng "
        "[101,9%|%|thu ngân sách so với dự toán|role=share] dự toán; có [2.215/2.150|lao động|lao động được giải quyết việc làm] lao động được giải quyết việc làm, đạt "
        "[103,02%|%|tỷ lệ giải quyết việc làm so với chỉ tiêu|role=share]. Số hộ nghèo cuối năm là [953|hộ|hộ nghèo] hộ trong tổng số [32.310|hộ|hộ dân] hộ, chiếm "
        "[2,95%|%|tỷ lệ hộ nghèo|role=share], giảm [0,71%|%|mức giảm tỷ lệ hộ nghèo|role=change] so với năm 2022. Người dân đồng tình với các công trình dân sinh, tự nguyện tham gia nhiều phong trào ở ấp, khu phố."
    ),
    H(2, "2. Khó khăn"),
    P(
        "Giá nông sản lên xuống thất thường; một bộ phận lao động trẻ đi làm ăn xa nên việc họp dân khó đủ thành phần. Công tác giải phóng mặt bằng tuyến đường tỉnh mới khởi động, "
        "người dân còn băn khoăn về đơn giá bồi thường. Trang thiết bị tại Bộ phận một cửa của [03|xã|xã có trang thiết bị một cửa xuống cấp] xã đã xuống cấp."
    ),
    H(1, "II. Sự lãnh đạo, chỉ đạo của cấp ủy đối với công tác dân vận"),
    P(
        "Ban Thường vụ Huyện ủy lãnh đạo thực hiện {nq09|Nghị quyết số 09-NQ/TU ngày 14/10/2021 của Ban Chấp hành Đảng bộ tỉnh Hà Châu về nâng cao hiệu quả công tác dân vận trong tình hình mới} "
        "và {kh41|Kế hoạch số 41-KH/HU ngày 18/01/2022 của Ban Chấp hành Đảng bộ huyện Vĩnh Trạch về thực hiện Nghị quyết số 09-NQ/TU}; ban hành {ct15|Chỉ thị số 15-CT/HU ngày 06/3/2023 về tăng cường kỷ luật, "
        "kỷ cương trong hệ thống chính trị}. Hằng quý, Ban Dân vận Huyện ủy giao ban với các phòng, ban để nắm tình hình Nhân dân."
    ),
    H(1, "III. Công tác triển khai thực hiện"),
    H(2, "1. Ban hành văn bản, tuyên truyền, quán triệt"),
    P(
        "Từ {ctr07|Chương trình phối hợp số 07-CTr/BDVHU-UBND ngày 15/3/2022 về công tác dân vận giai đoạn 2022 - 2026}, hai cơ quan ban hành {kh09|Kế hoạch số 09-KH/BDVHU-UBND ngày 27/02/2023 về phối hợp thực hiện "
        "công tác dân vận của chính quyền năm 2023}; UBND huyện ban hành {kh302|Kế hoạch số 302/KH-UBND ngày 01/3/2023 về thực hiện công tác dân vận chính quyền năm 2023}. Nội dung được đưa vào sinh hoạt chi bộ, họp ấp và phát "
        "trên hệ thống truyền thanh^{loa}."
    ),
    H(2, "2. Kiểm tra việc thực hiện"),
    P(
        "Đã kiểm tra trực tiếp [04/12|xã, thị trấn|xã, thị trấn được kiểm tra công tác dân vận] xã, thị trấn và [03|phòng|phòng chuyên môn được kiểm tra công tác dân vận] phòng chuyên môn; kiến nghị khắc phục "
        "[12|nội dung|kiến nghị sau kiểm tra] nội dung, đến cuối năm khắc phục xong [10|nội dung|kiến nghị đã khắc phục] nội dung."
    ),
    H(1, "IV. Kết quả thực hiện"),
    H(2, "1. Dân vận trong phát triển kinh tế - xã hội, chăm lo đời sống Nhân dân"),
    P(
        "Thực hiện {nq18|Nghị quyết số 18/NQ-HĐND ngày 16/12/2022 của Hội đồng nhân dân huyện về nhiệm vụ phát triển kinh tế - xã hội năm 2023}, các địa phương vận động Nhân dân hiến [9.480|m2|đất hiến làm đường] m2 đất, góp "
        "[712|ngày công|ngày công đóng góp] ngày công và [3,15|tỷ đồng|tiền đóng góp làm đường] tỷ đồng, hoàn thành [14,3|km|đường nông thôn] km đường nông thôn^{duong}. Toàn huyện giữ vững [11/11|xã|xã đạt chuẩn nông thôn mới] xã đạt chuẩn "
        "nông thôn mới, có [02|xã|xã đạt chuẩn nông thôn mới nâng cao] xã đạt chuẩn nâng cao; tỷ lệ bao phủ bảo hiểm y tế [92,1%|%|tỷ lệ bao phủ bảo hiểm y tế|role=share]."
    ),
    H(2, "2. Dân vận trong cải cách hành chính, chuyển đổi số"),
    P(
        "Các kế hoạch về cải cách hành chính (CCHC) được ban hành từ đầu năm^{kehoach}. Huyện kiểm tra CCHC tại [12/12|xã, thị trấn|xã, thị trấn được kiểm tra CCHC] xã, thị trấn và "
        "[06/11|phòng|phòng chuyên môn được kiểm tra CCHC] phòng chuyên môn, đạt [55,54%|%|tỷ lệ phòng chuyên môn được kiểm tra CCHC|role=share] số phòng. Thủ tục hành chính (TTHC) được tiếp nhận, trả kết quả theo {nd107|Nghị định số "
        "107/2021/NĐ-CP ngày 06/12/2021 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 61/2018/NĐ-CP}; tỷ lệ giải quyết trước hạn và đúng hạn ở cấp xã là "
        "[99,69%|%|tỷ lệ hồ sơ giải quyết trước và đúng hạn|scope=cấp xã|role=share], ở cấp huyện là [99,45%|%|tỷ lệ hồ sơ giải quyết trước và đúng hạn|scope=cấp huyện|role=share]^{tthc}. Số hồ sơ cấp xã tiếp nhận tăng "
        "[1.743|hồ sơ|mức tăng hồ sơ TTHC tiếp nhận|scope=cấp xã|role=change] hồ sơ ([9,92%|%|tỷ lệ tăng hồ sơ TTHC tiếp nhận|scope=cấp xã|role=change]) so với năm 2022. Kết quả từng xã, thị trấn nêu tại Phụ lục II. Các chỉ số do tỉnh đánh giá đều được giữ vững^{chiso}."
    ),
    P(
        "Huyện triển khai {kh170|Kế hoạch số 170/KH-UBND ngày 02/02/2023 về chuyển đổi số huyện Vĩnh Trạch năm 2023} và {ct05|Chỉ thị số 05/CT-UBND của UBND tỉnh về đẩy mạnh thanh toán không dùng tiền mặt}; duy trì "
        "[95|Tổ công nghệ số cộng đồng|Tổ công nghệ số cộng đồng] Tổ công nghệ số cộng đồng với [507|thành viên|thành viên Tổ công nghệ số cộng đồng] thành viên. Đến ngày 31/10/2023, kích hoạt tài khoản định danh điện tử cho "
        "[52.146/54.300|tài khoản|tài khoản định danh điện tử đã kích hoạt|period=2023-10-31] người, đạt [96,03%|%|tỷ lệ kích hoạt tài khoản định danh so với chỉ tiêu|period=2023-10-31|role=share] chỉ tiêu; số hóa "
        "[19.842/23.343|hồ sơ|hồ sơ được số hóa khi tiếp nhận] hồ sơ, đạt [85,00%|%|tỷ lệ số hóa hồ sơ khi tiếp nhận|role=share]; thanh toán trực tuyến [6.203/9.870|hồ sơ|hồ sơ thanh toán trực tuyến] hồ sơ có phí, lệ phí, đạt "
        "[62,85%|%|tỷ lệ thanh toán trực tuyến|role=share]. Chủ tịch UBND huyện công nhận [03|mô hình, sáng kiến|mô hình, sáng kiến CCHC được công nhận] mô hình, sáng kiến CCHC theo {qd1502|Quyết định số 1502/QĐ-UBND ngày 21/8/2023 của Chủ tịch "
        "UBND huyện công nhận các mô hình, sáng kiến cải cách hành chính năm 2023}."
    ),
    H(2, "3. Tiếp công dân, đối thoại; xử lý đơn thư, giải quyết khiếu nại, tố cáo; hòa giải ở cơ sở"),
    P(
        "Toàn huyện tiếp [341|lượt|lượt tiếp công dân] lượt với [350|người|người được tiếp] người, về [333|vụ việc|vụ việc tiếp công dân] vụ việc^{tiepdan}, tăng [34|lượt|mức tăng lượt tiếp công dân|role=change] lượt so với năm 2022 "
        "([317|lượt|lượt tiếp công dân|period=2022|role=previous] lượt)."
    ),
    P(
        "Trong năm tiếp nhận [97|đơn|đơn tiếp nhận] đơn, trong đó [39|đơn|đơn không thuộc thẩm quyền] đơn không thuộc thẩm quyền và [58|đơn|đơn thuộc thẩm quyền] đơn thuộc thẩm quyền của Chủ tịch UBND huyện. Đã giải quyết "
        "[55/58|đơn|đơn đã giải quyết] đơn, đạt [94,83%|%|tỷ lệ giải quyết đơn|role=share]; còn [03|đơn|đơn thư tồn đọng] đơn tồn đọng chuyển sang năm 2024^{donthu} (chi tiết tại Phụ lục I)."
    ),
    P(
        "Các xã, thị trấn có [86|tổ hòa giải|tổ hòa giải] tổ hòa giải với [503|người|hòa giải viên] hòa giải viên; tiếp nhận [125|vụ|vụ hòa giải tiếp nhận] vụ, hòa giải thành [109|vụ|vụ hòa giải thành] vụ, đạt "
        "[87,20%|%|tỷ lệ hòa giải thành|role=share], tăng [2,65%|%|mức tăng tỷ lệ hòa giải thành|role=change] so với năm 2022. Việc phổ biến, giáo dục pháp luật thực hiện theo {kh149|Kế hoạch số 149/KH-UBND ngày 30/01/2023 về phổ biến, giáo dục pháp "
        "luật và hòa giải ở cơ sở năm 2023}^{tuyentruyen}; trợ giúp pháp lý lưu động tại [07|xã|xã được trợ giúp pháp lý lưu động] xã, tư vấn [128|lượt người|lượt người được tư vấn pháp lý] lượt người."
    ),
    H(2, "4. Kỷ luật, kỷ cương hành chính và đạo đức công vụ"),
    P(
        "Đã kiểm tra đột xuất [08|đợt|đợt kiểm tra công vụ đột xuất] đợt tại [19|cơ quan, đơn vị|cơ quan, đơn vị được kiểm tra công vụ] cơ quan, đơn vị, nhắc nhở [09|trường hợp|trường hợp bị nhắc nhở] trường hợp đi muộn, về sớm; xử lý kỷ luật "
        "[03|công chức|công chức bị kỷ luật] công chức bằng hình thức khiển trách. Phát hành [80|thư|thư xin lỗi] thư xin lỗi do trả kết quả trễ hạn."
    ),
    H(2, "5. Thực hiện dân chủ ở cơ sở"),
    P(
        "{luat10|Luật Thực hiện dân chủ ở cơ sở (Luật số 10/2022/QH15)} có hiệu lực từ ngày 01/7/2023 được phổ biến đến tất cả ấp, khu phố. [36/36|cơ quan|cơ quan tổ chức hội nghị cán bộ, công chức] cơ quan, đơn vị tổ chức hội nghị cán bộ, công chức, viên "
        "chức. Tổ chức [13|hội nghị|hội nghị đối thoại] hội nghị đối thoại^{doithoai}, tiếp nhận [187|ý kiến|ý kiến tại đối thoại] ý kiến, trả lời [185/187|ý kiến|ý kiến đã trả lời] ý kiến, đạt [98,93%|%|tỷ lệ trả lời ý kiến đối thoại|role=share]. "
        "Kế hoạch đối thoại năm 2022 được công khai tại trụ sở UBND các xã, thị trấn."
    ),
    H(2, "6. Phối hợp với Mặt trận Tổ quốc và các tổ chức chính trị - xã hội"),
    P(
        "Thực hiện {qd218|Quyết định số 218-QĐ/TW của Bộ Chính trị}, Ủy ban Mặt trận Tổ quốc (MTTQ) huyện và các đoàn thể giám sát [04|nội dung|nội dung giám sát của MTTQ] nội dung, phản biện [02|dự thảo|dự thảo được phản biện] dự thảo văn bản; UBND huyện trả lời "
        "[18/20|kiến nghị|kiến nghị của MTTQ được trả lời] kiến nghị sau giám sát, đạt [90%|%|tỷ lệ trả lời kiến nghị của MTTQ|role=share]."
    ),
    H(2, "7. Mô hình mới, cách làm hay"),
    P(
        "Theo {kh388|Kế hoạch số 388/KH-UBND ngày 16/3/2023 về phát động phong trào thi đua “Dân vận khéo” năm 2023}, có [131|mô hình|mô hình “Dân vận khéo” đăng ký] mô hình được đăng ký, trong đó [27|mô hình|mô hình “Dân vận khéo” đăng ký mới] mô hình mới; công nhận "
        "[98|mô hình|mô hình “Dân vận khéo” được công nhận] mô hình, đạt [74,81%|%|tỷ lệ mô hình “Dân vận khéo” được công nhận|role=share]. Tiêu biểu là “Tuyến đường hoa do dân trồng” của xã Kim Trạch và “Ngày thứ Năm nghe dân nói” của xã Mỹ Sa."
    ),
    H(1, "V. Đánh giá chung"),
    H(2, "1. Ưu điểm"),
    P(
        "Nhận thức của cán bộ, công chức về công tác dân vận được nâng lên; thủ tục hành chính giải quyết nhanh hơn; các cuộc đối thoại đi vào những việc cụ thể của người dân. Tình hình an ninh, trật tự ở cơ sở ổn định."
    ),
    H(2, "2. Hạn chế và nguyên nhân"),
    H(3, "2.1. Hạn chế"),
    P("- Tuyên truyền còn thiên về phát tài liệu, chưa phù hợp với từng nhóm đối tượng."),
    P("- Tỷ lệ hồ sơ trực tuyến cấp xã và thanh toán trực tuyến còn thấp so với yêu cầu."),
    P("- Còn đơn khiếu nại về đất đai chưa giải quyết dứt điểm trong năm."),
    P("- Một số công chức có thái độ chưa đúng mực khi tiếp xúc với người dân."),
    H(3, "2.2. Nguyên nhân"),
    P("- Kinh phí và nhân lực cho công tác tuyên truyền, chuyển đổi số ở cấp xã còn hạn hẹp."),
    P("- Một số người đứng đầu chưa dành nhiều thời gian cho đối thoại, tiếp công dân."),
    P("- Công tác bồi dưỡng kỹ năng giao tiếp hành chính chưa được tổ chức thường xuyên."),
    H(1, "VI. Phương hướng, nhiệm vụ công tác dân vận chính quyền năm 2024"),
    P("1. Thực hiện tốt {ctr07|Chương trình phối hợp số 07-CTr/BDVHU-UBND} và kế hoạch phối hợp năm 2024."),
    P(
        "2. Tuyên truyền theo từng nhóm đối tượng; [12/12|xã, thị trấn|xã, thị trấn có hệ thống truyền thanh thông minh|period=2024|role=target] xã, thị trấn có hệ thống truyền thanh thông minh."
    ),
    P(
        "3. Nâng tỷ lệ hồ sơ trực tuyến cấp xã lên [75%|%|tỷ lệ hồ sơ trực tuyến|scope=cấp xã|period=2024|role=target] trở lên; phấn đấu Chỉ số hài lòng (SIPAS) đạt từ [86%|%|Chỉ số hài lòng (SIPAS)|period=2024|role=target] trở lên; kích hoạt tài khoản định danh điện tử đạt "
        "[100%|%|tỷ lệ kích hoạt tài khoản định danh so với chỉ tiêu|period=2024|role=target] chỉ tiêu."
    ),
    P(
        "4. Giải quyết dứt điểm [03|đơn|đơn tồn đọng cần giải quyết dứt điểm|period=2024|role=target] đơn tồn đọng; mỗi xã, thị trấn tổ chức ít nhất [01|hội nghị|hội nghị đối thoại mỗi xã|period=2024|role=target] hội nghị đối thoại với Nhân dân."
    ),
    P(
        "5. Mở [02|lớp|lớp tập huấn kỹ năng giao tiếp hành chính|period=2024|role=target] lớp tập huấn kỹ năng giao tiếp hành chính cho công chức Bộ phận một cửa."
    ),
    P("6. Tăng cường kiểm tra công vụ đột xuất, kịp thời chấn chỉnh thái độ phục vụ Nhân dân."),
    P(
        "7. Nhân rộng các mô hình “Dân vận khéo” hiệu quả, phấn đấu có ít nhất [110|mô hình|mô hình “Dân vận khéo” được công nhận|period=2024|role=target] mô hình được công nhận."
    ),
    P(
        "Trên đây là báo cáo kết quả công tác dân vận chính quyền năm 2023, phương hướng, nhiệm vụ năm 2024 của Ủy ban nhân dân huyện Vĩnh Trạch"
    ),
)


def _level(scope: str, *pairs: str) -> str:
    """One level's line of the note on procedures; figures in the order of the sentence."""
    received, online, share, resolved, early, in_time, late, open_, open_in_time, open_late, rest, rate = pairs
    s = f"|scope={scope}"
    return (
        f"{scope[0].upper()}{scope[1:]}: tiếp nhận [{received}|hồ sơ|hồ sơ TTHC tiếp nhận{s}] hồ sơ (trực tuyến [{online}|hồ sơ|hồ sơ trực tuyến{s}] hồ sơ, đạt "
        f"[{share}|%|tỷ lệ hồ sơ trực tuyến{s}|role=share]); đã giải quyết [{resolved}|hồ sơ|hồ sơ đã giải quyết{s}] hồ sơ, trong đó trước hạn "
        f"[{early}|hồ sơ|hồ sơ giải quyết trước hạn{s}] hồ sơ, đúng hạn [{in_time}|hồ sơ|hồ sơ giải quyết đúng hạn{s}] hồ sơ, quá hạn "
        f"[{late}|hồ sơ|hồ sơ giải quyết quá hạn{s}] hồ sơ; đang giải quyết [{open_}|hồ sơ|hồ sơ đang giải quyết{s}] hồ sơ, trong đó còn hạn "
        f"[{open_in_time}|hồ sơ|hồ sơ đang giải quyết còn hạn{s}] hồ sơ, quá hạn [{open_late}|hồ sơ|hồ sơ đang giải quyết quá hạn{s}] hồ sơ; chờ bổ sung, từ chối, công dân rút "
        f"[{rest}|hồ sơ|hồ sơ chờ bổ sung, từ chối, rút{s}] hồ sơ. Tỷ lệ giải quyết trước và đúng hạn [{rate}|%|tỷ lệ hồ sơ giải quyết trước và đúng hạn{s}|role=share]."
    )


def _received(*rows: tuple[str, str, str, str]) -> str:
    """Who received citizens: visits, people, cases."""
    return "; ".join(
        f"{who} [{visits}|lượt|lượt tiếp công dân|scope={who}] lượt, [{people}|người|người được tiếp|scope={who}] người, [{cases}|vụ việc|vụ việc|scope={who}] vụ việc"
        for who, visits, people, cases in rows
    )


NOTES = {
    "loa": "Đến cuối năm 2023 có [09/12|xã, thị trấn|xã, thị trấn có truyền thanh thông minh] xã, thị trấn lắp đặt truyền thanh thông minh; phát [986|tin, bài|tin, bài phát thanh về dân vận] tin, bài về công tác dân vận.",
    "duong": "Gồm: xã Kim Trạch [4,1|km|đường nông thôn|scope=xã Kim Trạch] km, xã Phú Sa [3,6|km|đường nông thôn|scope=xã Phú Sa] km, xã Trạch Lộc [2,9|km|đường nông thôn|scope=xã Trạch Lộc] km, các xã còn lại [3,9|km|đường nông thôn|scope=các xã còn lại] km.",
    "kehoach": "{kh88|Kế hoạch số 88/KH-UBND ngày 13/01/2023 về cải cách hành chính năm 2023}; {kh131|Kế hoạch số 131/KH-UBND ngày 19/01/2023 về kiểm soát thủ tục hành chính năm 2023}; "
    "{kh205|Kế hoạch số 205/KH-UBND ngày 09/02/2023 về kiểm tra công tác cải cách hành chính năm 2023}.",
    "tthc": _level(
        "cấp xã", "19.305", "13.127", "68,00%", "18.944", "17.206", "1.679", "59", "214", "210", "04", "147", "99,69%"
    )
    + "\n"
    + _level(
        "cấp huyện", "4.038", "3.190", "79,00%", "3.801", "2.964", "816", "21", "152", "150", "02", "85", "99,45%"
    ),
    "chiso": "Theo {qd1204|Quyết định số 1204/QĐ-UBND ngày 30/6/2023 của UBND tỉnh công bố Chỉ số cải cách hành chính và Chỉ số hài lòng của người dân năm 2022}: năm 2022, Chỉ số CCHC (PAR INDEX) của huyện đạt "
    "[85,05|điểm|Chỉ số CCHC (PAR INDEX)|period=2022] điểm, tăng [2,11|điểm|mức tăng Chỉ số CCHC|period=2022|role=change] điểm so với năm 2021, xếp hạng [4/9|hạng|xếp hạng Chỉ số CCHC|period=2022|role=rank], tăng "
    "[01|hạng|mức tăng hạng Chỉ số CCHC|period=2022|role=change] hạng; Chỉ số hài lòng (SIPAS) đạt [85,43%|%|Chỉ số hài lòng (SIPAS)|period=2022], tăng [0,92%|%|mức tăng Chỉ số hài lòng|period=2022|role=change] so với năm 2021, giữ hạng "
    "[4/9|hạng|xếp hạng Chỉ số hài lòng|period=2022|role=rank].",
    "tiepdan": "Trong đó: "
    + _received(
        ("Chủ tịch UBND huyện", "21", "23", "20"),
        ("Ban Tiếp công dân huyện", "105", "107", "103"),
        ("thủ trưởng các phòng chuyên môn", "58", "60", "57"),
        ("Chủ tịch UBND các xã, thị trấn", "61", "63", "60"),
        ("công chức tiếp công dân cấp xã", "96", "97", "93"),
    )
    + ".",
    "donthu": "Khiếu nại: năm 2022 chuyển sang [01|đơn|đơn khiếu nại kỳ trước chuyển sang|scope=khiếu nại] đơn, phát sinh [16|đơn|đơn khiếu nại phát sinh|scope=khiếu nại] đơn, tổng cộng [17|đơn|đơn thuộc thẩm quyền|scope=khiếu nại] đơn, đã giải quyết "
    "[14/17|đơn|đơn đã giải quyết|scope=khiếu nại] đơn, đạt [82,35%|%|tỷ lệ giải quyết đơn|scope=khiếu nại|role=share], còn tồn [03|đơn|đơn thư tồn đọng|scope=khiếu nại] đơn. Tố cáo: giải quyết [02/02|đơn|đơn đã giải quyết|scope=tố cáo] đơn. Kiến nghị, phản ánh: giải quyết "
    "[39/39|đơn|đơn đã giải quyết|scope=kiến nghị, phản ánh] đơn.",
    "tuyentruyen": "Cấp huyện [39|cuộc|cuộc tuyên truyền pháp luật|scope=cấp huyện] cuộc với [2.748|lượt người|lượt người dự tuyên truyền pháp luật|scope=cấp huyện] lượt người; cấp xã [251|cuộc|cuộc tuyên truyền pháp luật|scope=cấp xã] cuộc với "
    "[10.316|lượt người|lượt người dự tuyên truyền pháp luật|scope=cấp xã] lượt người; tổng cộng [290|cuộc|cuộc tuyên truyền pháp luật|role=total] cuộc với [13.064|lượt người|lượt người dự tuyên truyền pháp luật|role=total] lượt người.",
    "doithoai": "Cấp huyện [01|hội nghị|hội nghị đối thoại|scope=cấp huyện] hội nghị, [170|người|người dự đối thoại|scope=cấp huyện] người dự; cấp xã [12|hội nghị|hội nghị đối thoại|scope=cấp xã] hội nghị, [956|người|người dự đối thoại|scope=cấp xã] người dự.",
}

PETITIONS = T(
    Table(
        header=(
            (Cell("Tiếp nhận, giải quyết", columns=4), Cell("Đánh giá chung (so sánh số lượng tăng, giảm)", rows=2)),
            (
                Cell("Số lượng đơn thư đã tiếp nhận"),
                Cell("Số đơn thư thuộc thẩm quyền giải quyết"),
                Cell("Số đơn thư đã giải quyết"),
                Cell("Số đơn thư tồn đọng"),
            ),
        ),
        rows=(
            (Cell("1. Đơn của cán bộ, công chức, viên chức tại cơ quan, đơn vị", columns=5),),
            ("0", "0", "0", "0", ""),
            (Cell("2. Đơn của công dân", columns=5),),
            ("97", "58", "55", "03", "Tỷ lệ giải quyết 94,83%/93,75%, tăng 1,08% so với năm 2022"),
        ),
        widths=(14, 14, 14, 14, 36),
    ),
    "1. Xử lý đơn, giải quyết khiếu nại, tố cáo, kiến nghị, phản ánh",
    -1,
    ("đơn", "đơn", "đơn", "đơn", ""),
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
                "259",
                "264",
                "82",
                "86",
                "Tiếp thường xuyên 259/240 lượt, tăng 19 lượt; tiếp định kỳ 82/77 lượt, tăng 05 lượt so với năm 2022",
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
        rows=(("125", "109", "16", "87.02%", "Tỷ lệ hòa giải thành tăng so với năm 2022 (84,55%)"),),
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
        rows=(
            ("1", "Thị trấn Vĩnh Trạch", "2.559", "1.736", "67,84", "9", "13", "11", "84,62", "19"),
            ("2", "Xã Trạch Phú", "2.027", "1.403", "69,22", "5", "10", "8", "80,00", "14"),
            ("3", "Xã Trạch Lộc", "1.896", "1.269", "66,93", "5", "10", "9", "90,00", "9"),
            ("4", "Xã Long Giồng", "1.358", "952", "70,10", "4", "12", "10", "83,33", "12"),
            ("5", "Xã Mỹ Sa", "1.615", "1.090", "67,49", "3", "7", "6", "85,71", "13"),
            ("6", "Xã Phú Sa", "1.375", "914", "66,47", "6", "8", "6", "75,00", "15"),
            ("7", "Xã Hưng Sa", "1.131", "755", "66,76", "5", "10", "8", "80,00", "11"),
            ("8", "Xã An Trạch Thượng", "1.155", "769", "66,58", "3", "10", "9", "90,00", "11"),
            ("9", "Xã An Trạch Hạ", "1.340", "934", "69,70", "4", "12", "11", "91,67", "15"),
            ("10", "Xã Tân Lạc Sa", "1.744", "1.186", "68,00", "3", "10", "8", "80,00", "12"),
            ("11", "Xã Bình Giồng", "1.767", "1.193", "67,52", "6", "11", "11", "100,00", "16"),
            ("12", "Xã Kim Trạch", "1.338", "926", "69,21", "6", "12", "12", "100,00", "10"),
            ("", "Tổng cộng", "19.305", "13.127", "68,00", "59", "125", "109", "87,20", "157"),
        ),
        widths=(5, 22, 11, 11, 10, 10, 10, 10, 10, 12),
        total=True,
    ),
    "",
    1,
    ("", "", "hồ sơ", "hồ sơ", "%", "hồ sơ", "vụ", "vụ", "%", "lượt"),
)

APPENDICES = (
    AppendixContent(
        "Kết quả tiếp công dân, xử lý đơn thư và hòa giải ở cơ sở năm 2023",
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
        "Kết quả giải quyết thủ tục hành chính, hòa giải và tiếp công dân của các xã, thị trấn năm 2023",
        (BY_COMMUNE,),
        landscape=True,
    ),
)

PLANTED = (
    Planted(
        "share",
        "06/11 phòng là 54,55%, báo cáo ghi 55,54%.",
        "55,54%",
        "54,55%",
        ("IV.2",),
        ("06/11 phòng chuyên môn, đạt 55,54% số phòng",),
    ),
    Planted(
        "difference",
        "341 lượt so với 317 lượt là tăng 24 lượt, báo cáo ghi 34.",
        "34",
        "24",
        ("IV.3",),
        ("tăng 34 lượt so với năm 2022 (317 lượt)",),
    ),
    Planted(
        "sum",
        "4,1 + 3,6 + 2,9 + 3,9 = 14,5 km, thân báo cáo ghi 14,3 km.",
        "14,3",
        "14,5",
        ("IV.1", "IV.1 > chú thích 2"),
        (
            "hoàn thành 14,3 km đường nông thôn",
            "xã Kim Trạch 4,1 km, xã Phú Sa 3,6 km, xã Trạch Lộc 2,9 km, các xã còn lại 3,9 km",
        ),
    ),
    Planted(
        "repeat",
        "Tỷ lệ hòa giải thành: mục IV.3 ghi 87,20% (109/125), Phụ lục I ghi 87.02%.",
        "87.02%",
        "87,20%",
        ("IV.3", "Phụ lục I.3"),
        ("hòa giải thành 109 vụ, đạt 87,20%", "87.02%"),
    ),
    Planted(
        "stale",
        "Báo cáo năm 2023 nhưng viết “Kế hoạch đối thoại năm 2022 được công khai”.",
        "năm 2022",
        "năm 2023",
        ("IV.5",),
        ("Kế hoạch đối thoại năm 2022 được công khai tại trụ sở UBND các xã, thị trấn",),
    ),
)

CONTENT = Content(
    name="vinh-trach-2023",
    year=2023,
    place="huyện Vĩnh Trạch",
    letterhead=LETTERHEAD,
    body=BODY,
    notes=NOTES,
    documents=DOCUMENTS,
    appendices=APPENDICES,
    signature=Signature(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Lâm Thị Ngọc Diệp"),
    recipients=(
        "Như trên",
        "Thường trực Huyện ủy; Thường trực HĐND huyện",
        "UBMTTQVN huyện",
        "Chủ tịch, các Phó Chủ tịch UBND huyện",
        "Phòng Nội vụ huyện",
        "Lưu: VT, NV",
    ),
    planted=PLANTED,
    spoiled=("IV.3", "IV.4", "V.1", "VI"),
    letterhead_in_text=False,
)
